import { Star } from 'lucide-react';
import { Tag } from '../../ui/tag.tsx';

/** The vendor a SKU is bought from unless somebody says otherwise: sign and word beside the colour. */
export const PreferredMark = () => (
  <Tag tone="info">
    <Star aria-hidden /> Preferred
  </Tag>
);
