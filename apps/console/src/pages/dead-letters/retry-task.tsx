import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { type ReactNode } from 'react';
import { Failure } from '../../parts/failure.js';
import { figure } from '../../words/figures.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { RetryResult } from './retry-result.js';
import { done } from './retrying.js';
import { MOST_AT_ONCE, type Task, useRetryTask } from './use-retry-task.js';
import { words } from './words.js';

interface RetryTaskProps {
  /** Those to be retried; all open ones of the filter when left out. */
  readonly ids?: readonly string[];
  readonly queue: string;
  readonly onClose: () => void;
}

/** A bulk retry: how many, confirm, progress, stop, result. */
export function RetryTask({ ids, queue, onClose }: RetryTaskProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const { task, start, stop } = useRetryTask(ids, queue);
  const isRunning = task.step === 'running';
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('task')}
      closeOnClickOutside={!isRunning}
      closeOnEscape={!isRunning}
      withCloseButton={!isRunning}
      closeButtonProps={{ 'aria-label': sayShared('close') }}
    >
      <Stack gap="sm">
        <Step task={task} />
        <Group justify="flex-end">
          {!isRunning && (
            <Button variant="default" onClick={onClose}>
              {sayShared(task.step === 'ended' || task.step === 'unknown' ? 'close' : 'cancel')}
            </Button>
          )}
          {task.step === 'asking' && task.ids.length > 0 && (
            <Button onClick={() => start(task.ids)}>{say('taskStart')}</Button>
          )}
          {isRunning && (
            <Button variant="default" onClick={stop} disabled={task.isStopping} data-autofocus>
              {say('taskStop')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Step({ task }: { task: Task }): ReactNode {
  const say = useWords(words);
  if (task.step === 'counting') return <Text role="status">{say('counting', { found: figure(task.found) })}</Text>;
  if (task.step === 'unknown') return <Failure error={task.error} />;
  if (task.step === 'ended') return <RetryResult result={task.soFar} />;
  if (task.step === 'asking') {
    if (task.ids.length === 0) return <Text>{say('taskNone')}</Text>;
    return (
      <>
        <Text>{say('taskAsk', { count: task.ids.length })}</Text>
        {task.isMore && <Text size="sm">{say('taskTooMany', { most: figure(MOST_AT_ONCE) })}</Text>}
        <Text size="sm" c="dimmed">
          {say('retryMeans')}
        </Text>
      </>
    );
  }
  const { count, retried, failed } = task.soFar;
  const share = (100 * done(task.soFar)) / Math.max(count, 1);
  return (
    <>
      <Progress value={share} aria-label={say('task')} animated={false} />
      <Text role="status">
        {say('taskRunning', {
          done: figure(done(task.soFar)),
          count,
          retried: figure(retried),
          failed: figure(failed.length),
        })}
      </Text>
      {task.isStopping && <Text size="sm">{say('taskStopping')}</Text>}
    </>
  );
}
