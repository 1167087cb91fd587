import { Table, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { urlOf } from '../../api/call.js';
import { ScrollTable } from '../../parts/scroll-table.js';
import { Sheet } from '../../parts/sheet.js';
import { size as bytes } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { type ShownAttachment } from './shown-document.js';
import { words } from './words.js';

/** The files of a document; they are downloaded, never shown: strangers wrote them. */
export function Attachments({
  attachments,
  path,
}: {
  attachments: readonly ShownAttachment[];
  path: string;
}): ReactNode {
  const say = useWords(words);
  const title = say('attachments', { count: attachments.length });
  if (attachments.length === 0) {
    return (
      <Sheet title={title}>
        <Text size="sm" c="dimmed">
          {say('noAttachments')}
        </Text>
      </Sheet>
    );
  }
  return (
    <Sheet title={title}>
      <ScrollTable label={title} minWidth={420}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('fileName')}</Table.Th>
            <Table.Th scope="col">{say('fileType')}</Table.Th>
            <Table.Th scope="col" ta="right">
              {say('fileSize')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {attachments.map(({ n, name, contentType, size }) => (
            <Table.Tr key={n}>
              <Table.Td className="breaks">
                <a href={urlOf(`${path}/attachments/${n}`)} download={name}>
                  {name}
                </a>
              </Table.Td>
              <Table.Td className="breaks">{contentType}</Table.Td>
              <Table.Td className="number">{bytes(size)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ScrollTable>
    </Sheet>
  );
}
