import { type ReactNode } from 'react';
import { ComingSoon } from '../../parts/coming-soon.js';

/** The page of an agency's clerk (văn thư), served by the agency's own program. */
export function ClerkPage(): ReactNode {
  return <ComingSoon />;
}
