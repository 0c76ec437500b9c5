import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';

export type NewOrderLinkProps = {
  search: { readonly job: number } | { readonly project: number };
  children: ReactNode;
};

/** To the page of a new purchase order, for this job or project. */
export function NewOrderLink({ search, children }: NewOrderLinkProps) {
  const navigate = useNavigate();
  return (
    <Button
      variant="ghost"
      icon={<Plus aria-hidden />}
      onClick={() => void navigate({ to: '/purchase-orders/new', search })}
    >
      {children}
    </Button>
  );
}
