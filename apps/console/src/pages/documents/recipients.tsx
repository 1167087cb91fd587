import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { BusinessStatus, DeliveryState, State } from '../../parts/state.js';
import { lasting, moment } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useLanguage, useWords } from '../../words/wording.js';
import { type ShownDelivery, type ShownDocument } from './shown-document.js';
import { Timeline } from './timeline-list.js';
import { words } from './words.js';

/** With so few recipients every timeline is open from the start. */
const FEW = 3;

/** A row a recipient, with its timeline. */
export function Recipients({ document }: { document: ShownDocument }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { deliveries } = document;
  const states = Object.entries(document.deliveryStates ?? {}).filter(([, count]) => count > 0);
  const columns = [
    sayShared('recipient'),
    sayShared('stateOf'),
    say('lastStatus'),
    say('arrivedAt'),
    sayShared('system'),
  ];
  return (
    <Sheet
      title={say('recipients', { count: deliveries.length })}
      aside={
        <Group gap={4}>
          {states.map(([state, count]) => (
            <DeliveryState key={state} state={state} count={count} />
          ))}
        </Group>
      }
    >
      <ScrollTable label={say('recipients', { count: deliveries.length })} minWidth={760}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36} aria-label={say('timeline')} />
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deliveries.map((delivery) => (
            <Row
              key={delivery.recipient}
              document={document}
              delivery={delivery}
              isOpenAtFirst={deliveries.length <= FEW}
            />
          ))}
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}

interface RowProps {
  readonly document: ShownDocument;
  readonly delivery: ShownDelivery;
  readonly isOpenAtFirst: boolean;
}

function Row({ document, delivery, isOpenAtFirst }: RowProps): ReactNode {
  const say = useWords(words);
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { recipient, name, system, state } = delivery;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="inherit"
            size="sm"
            aria-expanded={isOpen}
            aria-label={say('showTimeline', { recipient: name ?? recipient })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
          </ActionIcon>
        </Table.Td>
        <Table.Td>
          <Link to={`/agencies/${recipient}`}>{name ?? recipient}</Link> <span className="mono">{recipient}</span>
        </Table.Td>
        <Table.Td>
          <DeliveryState state={state} />
        </Table.Td>
        <Table.Td>
          <BusinessStatus code={delivery.status} />
        </Table.Td>
        <Table.Td>
          <Arrival from={document.acceptedAt} to={delivery.arrivedAt} />
        </Table.Td>
        <Table.Td>{system ?? (state === 'waiting' ? <State standing="poor">{say('noSystem')}</State> : '–')}</Table.Td>
      </Table.Tr>
      {isOpen && (
        <Table.Tr bg="var(--quiet-ground)">
          <Table.Td />
          <Table.Td colSpan={5}>
            <Timeline document={document} delivery={delivery} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Arrival({ from, to }: { from: string; to: string | undefined }): ReactNode {
  const say = useWords(words);
  const [language] = useLanguage();
  if (to === undefined) return '–';
  const tookMs = Date.parse(to) - Date.parse(from);
  return (
    <>
      {moment(to)}
      {tookMs > 0 && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          {say('tookFor', { time: lasting(tookMs, language) })}
        </Text>
      )}
    </>
  );
}
