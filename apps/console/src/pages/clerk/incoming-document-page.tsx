import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type StatusCode } from '#core';
import { type Incoming } from '#wire';
import { Fact } from '../../parts/fact.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { BusinessStatus, State, statusWord } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DocumentFacts } from './document-facts.js';
import { DocumentFrame } from './document-frame.js';
import { OfficeSwitch } from './office-switch.js';
import { possibleReports } from './possible-reports.js';
import { ReportDialog } from './report-dialog.js';
import { words } from './words.js';

type Recipient = Incoming['recipients'][number];

/** One document that came: what our agencies have done with it, and what they may do next. */
export default function IncomingDocumentPage(): ReactNode {
  const say = useWords(words);
  const { id = '' } = useParams();
  return (
    <DocumentFrame side="incoming" id={id}>
      {(document, path) => (
        <>
          {document.problem !== undefined && (
            <Alert color="red" variant="outline" title={say('unreadable')} className="breaks">
              {document.problem}
            </Alert>
          )}
          <Work document={document} path={path} />
          <DocumentFacts document={document}>
            <Fact name={say('receivedAt')}>{moment(document.receivedAt)}</Fact>
          </DocumentFacts>
        </>
      )}
    </DocumentFrame>
  );
}

function Work({ document, path }: { document: Incoming; path: string }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [asked, setAsked] = useState<{ recipient: Recipient; code: StatusCode }>();
  return (
    <Sheet title={say('work')} aside={<OfficeSwitch />}>
      <ScrollTable label={say('work')} minWidth={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{sayShared('recipient')}</Table.Th>
            <Table.Th scope="col">{say('ourStatus')}</Table.Th>
            <Table.Th scope="col">{say('next')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {document.recipients.map((recipient) => (
            <Table.Tr key={recipient.code}>
              <Table.Td>
                {recipient.name ?? ''} <span className="mono">{recipient.code}</span>
              </Table.Td>
              <Table.Td>
                <BusinessStatus code={recipient.status} />{' '}
                {recipient.withdrawal === 'asked' && <State standing="poor">{say('askedBack')}</State>}
              </Table.Td>
              <Table.Td>
                <Next recipient={recipient} onAsk={(code) => setAsked({ recipient, code })} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollTable>
      {asked !== undefined && <ReportDialog path={path} {...asked} onClose={() => setAsked(undefined)} />}
    </Sheet>
  );
}

function Next({ recipient, onAsk }: { recipient: Recipient; onAsk: (code: StatusCode) => void }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const codes = possibleReports(recipient);
  if (codes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {say('nothingNext')}
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {codes.map((code, index) => (
        <Button
          key={code}
          size="compact-sm"
          variant={index === 0 ? 'filled' : 'default'}
          {...(code === '02' ? { c: 'var(--bad)' } : {})}
          onClick={() => onAsk(code)}
        >
          {sayShared(statusWord(code) ?? 'stateOf')}
        </Button>
      ))}
    </Group>
  );
}
