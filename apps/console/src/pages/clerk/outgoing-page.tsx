import { Button, Group, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { type Outgoing } from '#wire';
import { EmptyState } from '../../parts/empty-state.js';
import { Page } from '../../parts/page.js';
import { statusWord, State } from '../../parts/state.js';
import { figure, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DocumentName } from './document-name.js';
import { ListSheet } from './list-sheet.js';
import { SendingState } from './sending-state.js';
import { words } from './words.js';

/** Văn bản đi: what this system sent, newest first. */
export default function OutgoingPage(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const columns = [
    sayShared('subject'),
    sayShared('sender'),
    say('sendingState'),
    say('atRecipients'),
    say('handedInAt'),
  ];
  const compose = (
    <Button component={Link} to="/compose" size="compact-sm" c="white">
      {say('compose')}
    </Button>
  );
  return (
    <Page title={say('outgoing')} aside={compose}>
      <ListSheet<Outgoing>
        path="/outgoing"
        label={say('outgoing')}
        columns={columns}
        row={(document) => <Row key={document.key} document={document} />}
        empty={
          <EmptyState title={say('noOutgoing')}>
            <Link to="/compose">{say('compose')}</Link>
          </EmptyState>
        }
      />
    </Page>
  );
}

function Row({ document }: { document: Outgoing }): ReactNode {
  const { key, identity, subject, from, fromName, state, standings = [], createdAt, typeName } = document;
  return (
    <Table.Tr>
      <Table.Td miw={300} maw={520}>
        <DocumentName to={`/outgoing/${encodeURIComponent(key)}`} subject={subject} identity={identity} />
      </Table.Td>
      <Table.Td miw={180}>
        <div className="breaks">{fromName}</div>
        <span className="mono">{from}</span>
      </Table.Td>
      <Table.Td>
        <SendingState state={state} code={document.code} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {standings.map((standing, index) => (
            <Standing key={index} {...standing} />
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        <div style={{ whiteSpace: 'nowrap' }}>{moment(createdAt)}</div>
        {typeName}
      </Table.Td>
    </Table.Tr>
  );
}

function Standing({ status, count }: { status: string; count: number }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const word = statusWord(status);
  const text = word === undefined ? say('onTheWay') : sayShared(word);
  return (
    <State standing={status === '06' ? 'good' : status === '02' ? 'bad' : 'quiet'}>
      {`${status} ${text} · ${figure(count)}`.trim()}
    </State>
  );
}
