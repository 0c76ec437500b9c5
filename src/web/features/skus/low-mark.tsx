import { TriangleAlert } from 'lucide-react';
import { Tag } from '../../ui/tag.tsx';

/** Less lies there than should: sign and word beside the colour. */
export const LowMark = () => (
  <Tag tone="warning">
    <TriangleAlert aria-hidden /> Low
  </Tag>
);
