import { ActionIcon, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { size } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

interface FilesInputProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files chosen by a button or dropped; each can be taken away again. */
export function FilesInput({ files, onChange }: FilesInputProps): ReactNode {
  const say = useWords(words);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onChange([...files, ...event.dataTransfer.files]);
  };
  return (
    <Stack
      gap="xs"
      p="sm"
      style={{ border: `1px dashed ${isOver ? 'var(--link)' : 'var(--rule)'}`, borderRadius: 3 }}
      onDrop={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
    >
      <Group gap="sm">
        <FileButton multiple onChange={(more) => onChange([...files, ...more])}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              {say('attach')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {say('orDrop')}
        </Text>
      </Group>
      {files.map((file, index) => (
        <Attached key={index} file={file} onDetach={() => onChange(files.filter((_, each) => each !== index))} />
      ))}
    </Stack>
  );
}

function Attached({ file, onDetach }: { file: File; onDetach: () => void }): ReactNode {
  const say = useWords(words);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" className="breaks">
        {file.name} · {size(file.size)}
      </Text>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        c="inherit"
        aria-label={say('detach', { name: file.name })}
        onClick={onDetach}
      >
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
