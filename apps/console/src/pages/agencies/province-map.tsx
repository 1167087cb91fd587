import { SimpleGrid, Skeleton, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { figure } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { Choice } from './choice.js';
import classes from './province-map.module.css';
import { type PeriodName } from './period.js';
import { ProvinceTable } from './province-table.js';
import { ProvinceTiles } from './province-tiles-grid.js';
import { PROVINCE_TILES, type ProvinceTile } from './province-tiles.js';
import { ShadeLegend } from './shade-legend.js';
import { boundsOf } from './shades.js';
import { useBranchVolumes } from './use-volumes.js';
import { type Volume, type Volumes } from './volumes.js';
import { words } from './words.js';

/** A province with its volume in the period. */
export interface CountedProvince extends ProvinceTile, Volume {
  readonly code: string;
}

/** The 63 provinces coloured by what they sent or received, with the same figures as a table. */
export function ProvinceMap({ period }: { period: PeriodName }): ReactNode {
  const say = useWords(words);
  const [address] = useSearchParams();
  const measure = address.get('measure') === 'received' ? 'received' : 'sent';
  const word = measure === 'sent' ? 'documentsSent' : 'documentsReceived';
  const { volumes, error } = useBranchVolumes(period);
  if (error !== null && volumes === undefined) return <Failure error={error} />;
  const provinces = PROVINCE_TILES.map((tile) => counted(tile, volumes));
  const bounds = boundsOf(provinces.map((province) => province[measure]));
  const label = say('mapOf', { measure: say(word) });
  const aside = <MeasureChoice measure={measure} />;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
      <Sheet title={say('map')} aside={aside}>
        <Text size="sm" mb="xs" mih={20}>
          {volumes !== undefined && <InWords provinces={provinces} measure={measure} />}
        </Text>
        {volumes === undefined ? (
          <Skeleton h={860} />
        ) : (
          <>
            <ShadeLegend bounds={bounds} />
            <ProvinceTiles provinces={provinces} measure={measure} bounds={bounds} label={label} />
          </>
        )}
      </Sheet>
      <Sheet title={say('provinces')}>
        {volumes === undefined ? (
          <Skeleton h={860} />
        ) : (
          <div className={classes['beside']}>
            <ProvinceTable provinces={provinces} measure={measure} />
          </div>
        )}
      </Sheet>
    </SimpleGrid>
  );
}

function MeasureChoice({ measure }: { measure: 'sent' | 'received' }): ReactNode {
  const say = useWords(words);
  return <Choice name="measure" label={say('measure')} chosen={measure} options={['sent', 'received']} usual="sent" />;
}

interface InWordsProps {
  readonly provinces: readonly CountedProvince[];
  readonly measure: 'sent' | 'received';
}

/** What the map shows, for those who would rather read it. */
function InWords({ provinces, measure }: InWordsProps): ReactNode {
  const say = useWords(words);
  const [most] = provinces.toSorted((one, other) => other[measure] - one[measure]);
  if (most === undefined || most[measure] === 0) return say('nothingCounted');
  const active = provinces.filter(({ sent, received }) => sent + received > 0).length;
  return say('mostly', { name: most.name, volume: figure(most[measure]), active });
}

function counted(tile: ProvinceTile, volumes: Volumes | undefined): CountedProvince {
  const code = `000.00.00.${tile.branch}`;
  return { ...tile, code, ...(volumes?.get(code) ?? { sent: 0, received: 0 }) };
}
