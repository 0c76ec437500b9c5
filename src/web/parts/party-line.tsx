import { Link } from '@tanstack/react-router';

export type PartyLineProps = {
  readonly customerId: number;
  readonly customerName: string;
  readonly address: string;
};

/**
 * Whose a document is, and where, as its head says it. Each stands for itself: a name and an address written from right
 * to left would change places, and take the dots and numbers between them along.
 */
export function PartyLine({ customerId, customerName, address }: PartyLineProps) {
  return (
    <>
      <Link to="/customers/$id" params={{ id: customerId }} className="underline">
        <bdi>{customerName}</bdi>
      </Link>{' '}
      · <bdi>{address}</bdi>
    </>
  );
}
