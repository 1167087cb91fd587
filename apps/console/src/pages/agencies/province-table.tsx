import { Table } from '@mantine/core';
import { type ReactNode } from 'react';
import { Link } from 'react-router';
import { ScrollTable } from '../../parts/scroll-table.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type CountedProvince } from './province-map.js';
import { words } from './words.js';

interface ProvinceTableProps {
  readonly provinces: readonly CountedProvince[];
  readonly measure: 'sent' | 'received';
}

/** The figures of the map, the most first. */
export function ProvinceTable({ provinces, measure }: ProvinceTableProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const sorted = provinces.toSorted(
    (one, other) => other[measure] - one[measure] || one.branch.localeCompare(other.branch),
  );
  return (
    <ScrollTable label={say('provinces')} minWidth={280}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say('province')}</Table.Th>
          {(['sent', 'received'] as const).map((each) => (
            <Table.Th key={each} scope="col" ta="right" aria-sort={each === measure ? 'descending' : 'none'}>
              {sayShared(each)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map(({ code, branch, name, sent, received }) => (
          <Table.Tr key={branch}>
            <Table.Td>
              <Link to={`/agencies/${code}`}>{name}</Link> <span className="mono">{branch}</span>
            </Table.Td>
            <Table.Td className="number">{figure(sent)}</Table.Td>
            <Table.Td className="number">{figure(received)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </ScrollTable>
  );
}
