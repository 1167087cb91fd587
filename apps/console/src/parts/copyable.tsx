import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

/** A code that people take elsewhere: in fixed width, with a button that copies it. `children` is shown instead of the bare code. */
export function Copyable({ text, children }: { text: string; children?: ReactNode }): ReactNode {
  const say = useWords(shared);
  return (
    <span style={{ whiteSpace: 'nowrap', display: 'inline-flex', alignItems: 'center', maxWidth: '100%', gap: 2 }}>
      <span className="mono breaks" style={{ whiteSpace: 'normal' }}>
        {children ?? text}
      </span>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Tooltip label={say(copied ? 'copied' : 'copy')}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              c="dimmed"
              onClick={copy}
              aria-label={`${say(copied ? 'copied' : 'copy')} ${text}`}
            >
              {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
