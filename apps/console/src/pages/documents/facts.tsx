import { SimpleGrid, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { Copyable } from '../../parts/copyable.js';
import { Fact } from '../../parts/fact.js';
import { Sheet } from '../../parts/sheet.js';
import { dayOf, moment, size as bytes } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Priority } from './priority.js';
import { type ShownDocument } from './shown-document.js';
import { words } from './words.js';

/** What the envelope says of a document, and what the hub knows of it. */
export function Facts({ document }: { document: ShownDocument }): ReactNode {
  const say = useWords(words);
  return (
    <Sheet title={say('facts')}>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} spacing="md" verticalSpacing="sm" m={0}>
        <OfTheEnvelope document={document} />
        <OfTheHub document={document} />
      </SimpleGrid>
      {(document.notes ?? []).length > 0 && (
        <Text size="sm" mt="sm" className="breaks" lang="vi">
          <b>{say('notes')}:</b> {document.notes?.join(' ')}
        </Text>
      )}
    </Sheet>
  );
}

function OfTheEnvelope({ document }: { document: ShownDocument }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { sender, senderName, number, notation, promulgatedOn, priority, paper, dueOn } = document;
  return (
    <>
      <Fact name={sayShared('sender')}>
        <Link to={`/agencies/${sender}`}>{senderName ?? sender}</Link> <Copyable text={sender} />
      </Fact>
      <Fact name={say('type')}>{document.typeName}</Fact>
      <Fact name={say('numberNotation')}>{[number, notation].filter(Boolean).join('/')}</Fact>
      <Fact name={say('promulgatedOn')}>{promulgatedOn === undefined ? '–' : dayOf(promulgatedOn)}</Fact>
      <Fact name={say('priority')}>
        <Priority priority={priority ?? 0} />
      </Fact>
      <Fact name={say('dueOn')}>{dueOn === undefined ? '–' : dayOf(dueOn)}</Fact>
      <Fact name={say('paper')}>{sayShared(paper === true ? 'yes' : 'no')}</Fact>
      <Fact name={sayShared('identity')}>
        <Copyable text={document.identity} />
      </Fact>
      <Fact name={say('wireId')}>
        {document.wireDocumentId === undefined ? '–' : <Copyable text={document.wireDocumentId} />}
      </Fact>
    </>
  );
}

function OfTheHub({ document }: { document: ShownDocument }): ReactNode {
  const say = useWords(words);
  const { system, acceptedAt, dispatchedAt, size, sha256, documentId } = document;
  return (
    <>
      <Fact name={say('acceptedAt')}>{moment(acceptedAt)}</Fact>
      <Fact name={say('dispatchedAt')}>{dispatchedAt === undefined ? say('notDispatched') : moment(dispatchedAt)}</Fact>
      <Fact name={say('bySystem')}>
        <Link to={`/systems/${encodeURIComponent(system ?? '')}`}>{system}</Link>
      </Fact>
      <Fact name={say('size')}>{size === undefined ? '–' : bytes(size)}</Fact>
      <Fact name={say('documentId')}>
        <Copyable text={documentId} />
      </Fact>
      <Fact name="SHA-256">
        <Copyable text={sha256 ?? ''}>{(sha256 ?? '').slice(0, 16)}…</Copyable>
      </Fact>
    </>
  );
}
