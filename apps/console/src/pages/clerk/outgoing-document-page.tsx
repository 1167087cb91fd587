import { Alert, Button, Group, List, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { type Outgoing } from '#wire';
import { Fact } from '../../parts/fact.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { BusinessStatus, State } from '../../parts/state.js';
import { moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { DocumentFacts } from './document-facts.js';
import { DocumentFrame } from './document-frame.js';
import { mayBeAskedBack } from './possible-reports.js';
import { ReportDialog } from './report-dialog.js';
import { SendingState } from './sending-state.js';
import { words } from './words.js';

type Recipient = Outgoing['recipients'][number];

/** One document that was sent: how far it has come, what each recipient says, and asking one to give it back. */
export default function OutgoingDocumentPage(): ReactNode {
  const say = useWords(words);
  const { key = '' } = useParams();
  return (
    <DocumentFrame side="outgoing" id={key}>
      {(document, path) => (
        <>
          {document.state === 'refused' && <Refused document={document} />}
          <Recipients document={document} path={path} />
          <DocumentFacts document={document}>
            <Fact name={say('handedInAt')}>{moment(document.createdAt)}</Fact>
            <Fact name={say('sendingState')}>
              <SendingState state={document.state} code={document.code} />
            </Fact>
          </DocumentFacts>
        </>
      )}
    </DocumentFrame>
  );
}

function Refused({ document: { code, detail, problems } }: { document: Outgoing }): ReactNode {
  const say = useWords(words);
  const told = Array.isArray(problems) ? (problems as { code?: string; message?: string; path?: string }[]) : [];
  return (
    <Alert
      role="alert"
      color="red"
      variant="outline"
      bg="var(--bad-ground)"
      title={`${say('refused')} · ${code ?? ''}`}
    >
      <Text size="sm" className="breaks">
        {detail}
      </Text>
      <List size="sm">
        {told.map(({ code: problem, path, message }, index) => (
          <List.Item key={index} className="breaks">
            {[problem, path, message].filter(Boolean).join(' · ')}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Recipients({ document, path }: { document: Outgoing; path: string }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [asked, setAsked] = useState<Recipient>();
  const title = say('recipients', { count: document.recipients.length });
  return (
    <Sheet title={title}>
      <ScrollTable label={title} minWidth={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{sayShared('recipient')}</Table.Th>
            <Table.Th scope="col">{sayShared('stateOf')}</Table.Th>
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
                <Told recipient={recipient} />
              </Table.Td>
              <Table.Td>
                {document.documentId !== undefined && recipient.error == null && mayBeAskedBack(recipient) ? (
                  <Button size="compact-sm" variant="default" onClick={() => setAsked(recipient)}>
                    {say('askBack')}
                  </Button>
                ) : (
                  '–'
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollTable>
      {asked !== undefined && (
        <ReportDialog path={path} code="13" recipient={asked} onClose={() => setAsked(undefined)} />
      )}
    </Sheet>
  );
}

function Told({ recipient: { status, withdrawal, error } }: { recipient: Recipient }): ReactNode {
  const say = useWords(words);
  if (typeof error === 'string') return <State standing="bad">{say('cannotReach', { error })}</State>;
  return (
    <Group gap={4}>
      {status === '' ? <State standing="quiet">{say('onTheWay')}</State> : <BusinessStatus code={status} />}
      {withdrawal === 'asked' && <State standing="poor">{say('askedBack')}</State>}
      {withdrawal === 'declined' && <State standing="poor">{say('declined')}</State>}
    </Group>
  );
}
