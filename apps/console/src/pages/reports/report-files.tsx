import { Button, Group, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { save } from '../../parts/save.js';
import { useWords } from '../../words/wording.js';
import { csvOf } from './csv.js';
import { type ReportSheet } from './sheet.js';
import { words } from './words.js';

/** The report as a file, made in the browser from the numbers shown: all rows, in the hub's order. */
export function ReportFiles({ sheet, file }: { sheet: ReportSheet; file: string }): ReactNode {
  const say = useWords(words);
  const excel = useMutation({
    mutationFn: async () => {
      // With its packer it is larger than the page.
      const { xlsxOf } = await import('./xlsx.js');
      save(await xlsxOf(sheet, say('total')), `${file}.xlsx`);
    },
  });
  const csv = (): void => save(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), `${file}.csv`);
  const icon = <IconDownload size={14} aria-hidden />;
  return (
    <Group gap="xs" className="no-print">
      {excel.isError && (
        <Text size="xs" role="alert" c="var(--bad)">
          {say('exportFailed', { reason: String(excel.error) })}
        </Text>
      )}
      <Button size="compact-sm" variant="default" leftSection={icon} onClick={csv}>
        {say('csv')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={icon}
        loading={excel.isPending}
        onClick={() => excel.mutate()}
      >
        {say('xlsx')}
      </Button>
    </Group>
  );
}
