import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type SampleAnswer } from '#wire';
import { call } from '../../api/call.js';
import { Failure } from '../../parts/failure.js';
import { Sheet } from '../../parts/sheet.js';
import { State } from '../../parts/state.js';
import { size } from '../../words/figures.js';
import { useWords } from '../../words/wording.js';
import { FileDrop } from './file-drop.js';
import { ProblemList } from './problem-list.js';
import { SampleResult } from './sample-result.js';
import { words } from './words.js';

interface Order {
  readonly file: File;
  readonly isSent: boolean;
}

/** Takes a finished edXML file: rehearses it as soon as it is there, shows every problem at its place, and sends it when asked. */
export function FilePanel(): ReactNode {
  const say = useWords(words);
  const [file, setFile] = useState<File>();
  const order = useMutation({ mutationFn: hand });
  const outcome = order.data === undefined ? undefined : { isSent: order.variables.isSent, answer: order.data };
  return (
    <Stack gap="md">
      <Sheet title={say('file')}>
        <Stack gap="sm">
          <Text size="sm">{say('checkFirst')}</Text>
          <FileDrop
            label={say('dropEdxml')}
            accept=".edxml,.xml,application/xml,text/xml"
            onFiles={([first]) => {
              if (first === undefined) return;
              setFile(first);
              order.mutate({ file: first, isSent: false });
            }}
          />
          {file !== undefined && (
            <Group justify="space-between">
              <Text size="sm" className="breaks">
                {file.name} ({size(file.size)})
              </Text>
              <Button
                disabled={outcome === undefined || outcome.isSent}
                loading={order.isPending}
                onClick={() => order.mutate({ file, isSent: true })}
              >
                {say('send')}
              </Button>
            </Group>
          )}
          {outcome !== undefined && <State standing="good">{say('wellFormed')}</State>}
        </Stack>
      </Sheet>
      {order.isError && <Failure error={order.error} />}
      <ProblemList error={order.error} file={file} />
      <SampleResult outcome={outcome} />
    </Stack>
  );
}

function hand({ file, isSent }: Order): Promise<SampleAnswer> {
  const path = isSent ? '/samples' : '/samples?dryRun=true';
  return call(path, { method: 'POST', body: file, contentType: 'application/xml' });
}
