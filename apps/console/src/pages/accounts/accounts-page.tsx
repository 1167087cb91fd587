import { type ReactNode } from 'react';
import { ComingSoon } from '../../parts/coming-soon.js';

/** Stands where the page will be. */
export default function AccountsPage(): ReactNode {
  return <ComingSoon />;
}
