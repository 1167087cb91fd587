import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../parts/empty-state.js';
import { Sheet } from '../../parts/sheet.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** What to do first on an axis that has seen no document. */
export function FirstSteps(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  return (
    <Sheet py="xs">
      <EmptyState title={say('emptyTitle')}>
        {say('emptyFirst')} <Link to="/systems">{sayShared('systems')}</Link>, {say('emptyThen')}{' '}
        <Link to="/samples">{sayShared('samples')}</Link>.
      </EmptyState>
    </Sheet>
  );
}
