import { Button } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';

export type ChangedMeanwhileProps = {
  /** Theirs, line by line. */
  said: readonly string[];
  /** "order", where nothing of its lines differs. */
  word: string;
  onTakeTheirs: () => void;
  onSaveMine: () => void;
};

/** Somebody else saved while one typed: what they did, and whose stays. */
export const ChangedMeanwhile = ({ said, word, onTakeTheirs, onSaveMine }: ChangedMeanwhileProps) => (
  <ProblemBanner
    tone="warning"
    title="Changed in the meantime"
    messages={
      said.length > 0
        ? [...said, 'Saving yours changes only the cells you changed.']
        : [`The ${word} itself was changed. Saving yours changes only the cells you changed.`]
    }
    actions={
      <>
        <Button onClick={onTakeTheirs}>Take theirs</Button>
        <Button variant="primary" onClick={onSaveMine}>
          Save mine
        </Button>
      </>
    }
  />
);
