import { Alert, Button, Code, CopyButton, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

interface ShownOnceProps {
  /** What it is, and for whom. */
  readonly label: string;
  readonly secret: string;
  /** Why it has to be kept now. */
  readonly warning: string;
}

/** A secret that nobody can show again, to be copied now. */
export function ShownOnce({ label, secret, warning }: ShownOnceProps): ReactNode {
  const say = useWords(shared);
  return (
    <Alert role="status" variant="outline" icon={<IconKey aria-hidden />} bg="var(--poor-ground)" color="orange">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" fw={600}>
          {label}
        </Text>
        <Code block className="breaks" style={{ whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            >
              {say(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Text size="sm">{warning}</Text>
      </Stack>
    </Alert>
  );
}
