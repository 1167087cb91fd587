import { type ReactNode } from 'react';
import { shared } from '../words/shared.js';
import { useWords } from '../words/wording.js';
import { EmptyState } from './empty-state.js';

/** Stands where a page will be. */
export function ComingSoon(): ReactNode {
  const say = useWords(shared);
  return <EmptyState title={say('comingSoon')} />;
}
