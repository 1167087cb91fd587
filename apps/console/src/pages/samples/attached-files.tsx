import { CloseButton, Group, List, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { size } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { FileDrop } from './file-drop.js';
import { words } from './words.js';

interface AttachedFilesProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** The files of a sample: dropped or chosen, with their sizes. */
export function AttachedFiles({ files, onChange }: AttachedFilesProps): ReactNode {
  const say = useWords(words);
  const sum = files.reduce((bytes, file) => bytes + file.size, 0);
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {say('attachments')}
      </Text>
      <FileDrop label={say('drop')} isMany onFiles={(more) => onChange([...files, ...more])} />
      {files.length > 0 && (
        <Text size="xs" c="dimmed">
          {say('filesSum', { number: files.length, size: size(sum) })}
        </Text>
      )}
      <List size="sm" listStyleType="none" aria-label={say('attachments')}>
        {files.map((file, index) => (
          <List.Item key={`${index} ${file.name}`}>
            <Group gap={4} wrap="nowrap">
              <CloseButton
                size="sm"
                aria-label={say('takeAway', { name: file.name })}
                onClick={() => onChange(files.filter((_file, other) => other !== index))}
              />
              <span className="breaks">
                {file.name} ({size(file.size)})
              </span>
            </Group>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
