import { SimpleGrid } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Incoming, type Outgoing } from '#wire';
import { Copyable } from '../../parts/copyable.js';
import { Fact } from '../../parts/fact.js';
import { Sheet } from '../../parts/sheet.js';
import { dayOf, size } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Priority } from '../documents/priority.js';
import { DueState } from './due-state.js';
import { words } from './words.js';

/** What the document says of itself; `children` are what only one direction knows. */
export function DocumentFacts({
  document,
  children,
}: {
  document: Incoming | Outgoing;
  children: ReactNode;
}): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { from, fromName, identity, typeName, promulgatedOn, priority = 0, dueOn, bytes, documentId } = document;
  return (
    <Sheet title={say('facts')}>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" verticalSpacing="sm" m={0}>
        <Fact name={sayShared('sender')}>
          {fromName} <Copyable text={from} />
        </Fact>
        <Fact name={sayShared('identity')}>
          <Copyable text={identity} />
        </Fact>
        <Fact name={say('type')}>{typeName ?? '–'}</Fact>
        <Fact name={say('promulgatedOn')}>{promulgatedOn === undefined ? '–' : dayOf(promulgatedOn)}</Fact>
        <Fact name={say('priority')}>
          <Priority priority={priority} />
        </Fact>
        <Fact name={say('dueOn')}>
          <DueState dueOn={dueOn} statuses={document.recipients.map(({ status }) => status)} />
        </Fact>
        {children}
        <Fact name={say('size')}>{bytes === undefined ? '–' : size(bytes)}</Fact>
        <Fact name={say('documentId')}>{documentId === undefined ? '–' : <Copyable text={documentId} />}</Fact>
      </SimpleGrid>
    </Sheet>
  );
}
