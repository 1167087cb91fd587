import { Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import classes from './file-drop.module.css';

interface FileDropProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly isMany?: boolean;
  /** Types offered first by the browser's own dialogue. */
  readonly accept?: string;
}

/** Takes files that are dropped on it, or chosen with the browser's own dialogue. */
export function FileDrop({ label, onFiles, isMany = false, accept }: FileDropProps): ReactNode {
  const id = useId();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(isMany ? files : files.slice(0, 1));
  };
  return (
    <div
      className={`${classes['drop']} ${isOver ? classes['over'] : ''}`}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <input
        id={id}
        type="file"
        multiple={isMany}
        accept={accept}
        className={classes['input']}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file can be chosen again, once it has been mended.
          currentTarget.value = '';
        }}
      />
      <label htmlFor={id} className={classes['label']}>
        <IconUpload size={18} aria-hidden />
        <Text component="span" size="sm">
          {label}
        </Text>
      </label>
    </div>
  );
}
