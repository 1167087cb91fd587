import { Button, Group, Modal, Skeleton, Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { useAnswer } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { type AgencyPageBody, KINDS, kindOf, TOP } from '../agencies/listed-agency.js';
import { moveInTree } from '../agencies/tree-keys.js';
import { type Choosing, TreePick } from './tree-pick.js';
import { words } from './words.js';

interface TreeDialogProps extends Choosing {
  readonly title: string;
  readonly onClose: () => void;
}

/** The directory as a tree to choose from, by mouse or keyboard; what is below an agency is asked for when it is opened. */
export function TreeDialog({ title, onClose, ...choosing }: TreeDialogProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { data, error, refetch } = useAnswer<AgencyPageBody>(TOP);
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': sayShared('close') }}>
      {error !== null && data === undefined && <Failure error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={480} aria-busy />}
      {data !== undefined && (
        <ScrollTable label={title} minWidth={280}>
          {KINDS.map((kind) => {
            const roots = data.items.filter((root) => kindOf(root) === kind);
            return (
              <Table.Tbody key={kind} onKeyDown={moveInTree}>
                {roots.length > 0 && (
                  <Table.Tr>
                    <Table.Th scope="rowgroup">
                      {sayShared(kind)} ({roots.length})
                    </Table.Th>
                  </Table.Tr>
                )}
                {roots.map((root) => (
                  <TreePick key={root.code} agency={root} depth={0} choosing={choosing} />
                ))}
              </Table.Tbody>
            );
          })}
        </ScrollTable>
      )}
      {choosing.isMany && (
        <Group
          justify="space-between"
          py="sm"
          bg="var(--mantine-color-body)"
          style={{ position: 'sticky', bottom: 0, borderTop: '1px solid var(--rule)' }}
        >
          <Text size="sm" role="status">
            {say('chosen', { count: choosing.chosen.length })}
          </Text>
          <Button onClick={onClose}>{say('done')}</Button>
        </Group>
      )}
    </Modal>
  );
}
