import { Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { AsOf } from '../../parts/as-of.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { Choice } from './choice.js';
import { PERIODS, type PeriodName } from './period.js';
import { useAgencyVolumes } from './use-volumes.js';
import { type Volumes } from './volumes.js';
import { words } from './words.js';

/** What one agency sent and received in a period, alone and with everything below it. */
export function AgencyVolumes({ code, period }: { code: string; period: PeriodName }): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { asOf, volumes, own, error } = useAgencyVolumes(period);
  return (
    <Sheet title={say('volumes')} aside={<AsOf time={asOf} />}>
      {error !== null && <Failure error={error} />}
      <Choice name="period" label={say('period')} chosen={period} options={PERIODS} usual="all" />
      <ScrollTable label={say('volumes')} minWidth={280}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            <Table.Th scope="col" ta="right">
              {sayShared('sent')}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {sayShared('received')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <VolumeRow label={say('ownVolume')} volumes={own} code={code} />
          <VolumeRow label={say('belowVolume')} volumes={volumes} code={code} />
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}

interface VolumeRowProps {
  readonly label: string;
  readonly volumes: Volumes | undefined;
  readonly code: string;
}

function VolumeRow({ label, volumes, code }: VolumeRowProps): ReactNode {
  const volume = volumes === undefined ? undefined : (volumes.get(code) ?? { sent: 0, received: 0 });
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {label}
      </Table.Th>
      <Table.Td className="number">{figure(volume?.sent)}</Table.Td>
      <Table.Td className="number">{figure(volume?.received)}</Table.Td>
    </Table.Tr>
  );
}
