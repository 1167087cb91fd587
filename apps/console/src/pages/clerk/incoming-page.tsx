import { Group, Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { type Incoming } from '#wire';
import { EmptyState } from '../../parts/empty-state.js';
import { Page } from '../../parts/page.js';
import { BusinessStatus, State } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Priority } from '../documents/priority.js';
import { DocumentName } from './document-name.js';
import { DueState } from './due-state.js';
import { ListSheet } from './list-sheet.js';
import { OfficeSwitch } from './office-switch.js';
import { words } from './words.js';

/** More of our agencies than this are counted, not named, in a row. */
const NAMED = 3;

/** Văn bản đến: what this system received, newest first. */
export function IncomingPage(): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const columns = [sayShared('subject'), sayShared('sender'), say('dueOn'), say('ourStatus'), say('receivedAt')];
  return (
    <Page title={say('incoming')} aside={<OfficeSwitch />}>
      <ListSheet<Incoming>
        path="/incoming"
        label={say('incoming')}
        columns={columns}
        row={(document) => <Row key={document.documentId} document={document} />}
        empty={<EmptyState title={say('noIncoming')}>{say('noIncomingMeans')}</EmptyState>}
      />
    </Page>
  );
}

function Row({ document }: { document: Incoming }): ReactNode {
  const { documentId, identity, subject, from, fromName, priority = 0, typeName, dueOn, recipients } = document;
  const [first] = recipients;
  return (
    <Table.Tr>
      <Table.Td miw={300} maw={520}>
        <DocumentName to={`/incoming/${documentId}`} subject={subject} identity={identity} />
        {/* On a telephone the columns that say what is urgent lie beyond the edge. */}
        <Group gap={4} hiddenFrom="sm">
          {dueOn !== undefined && <DueState dueOn={dueOn} statuses={recipients.map(({ status }) => status)} />}
          {first !== undefined && <Stands recipient={first} isNamed={recipients.length > 1} />}
        </Group>
      </Table.Td>
      <Table.Td miw={180}>
        <div className="breaks">{fromName}</div>
        <span className="mono">{from}</span>
      </Table.Td>
      <Table.Td>
        <DueState dueOn={dueOn} statuses={recipients.map(({ status }) => status)} />
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {recipients.slice(0, NAMED).map((recipient) => (
            <Stands key={recipient.code} recipient={recipient} isNamed={recipients.length > 1} />
          ))}
          {recipients.length > NAMED && <span>+{recipients.length - NAMED}</span>}
        </Group>
      </Table.Td>
      <Table.Td>
        <div style={{ whiteSpace: 'nowrap' }}>{moment(document.receivedAt)}</div>
        {typeName} {priority > 0 && <Priority priority={priority} />}
      </Table.Td>
    </Table.Tr>
  );
}

function Stands({ recipient, isNamed }: { recipient: Incoming['recipients'][number]; isNamed: boolean }): ReactNode {
  const say = useWords(words);
  const { code, status, withdrawal } = recipient;
  return (
    <span>
      {isNamed && <span className="mono">{code} </span>}
      {status === '' ? <State standing="quiet">{say('new')}</State> : <BusinessStatus code={status} />}
      {withdrawal === 'asked' && <State standing="poor">{say('askedBack')}</State>}
    </span>
  );
}
