import { type ReactNode } from 'react';
import { type Diagnostics } from '#wire';
import { useAnswer } from '../../api/queries.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/wording.js';
import { Connection } from './connection.js';
import { Examinations } from './examinations.js';
import { Refusals } from './refusals.js';
import { Verify } from './verify.js';
import { words } from './words.js';

/** How each part is, whether the figures are what the documents say, and what the rules refused. */
export default function DiagnosticsPage(): ReactNode {
  const say = useWords(words);
  const { isPending } = useAnswer<Diagnostics>('/diagnostics');
  return (
    <Page title={say('title')}>
      <Examinations />
      {/* How much room the findings take is known only when they are there; what stands below them comes then. */}
      {!isPending && (
        <>
          <Connection />
          <Verify />
          <Refusals />
        </>
      )}
    </Page>
  );
}
