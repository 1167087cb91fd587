import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { client } from '../api/queries.js';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';
import { Failure } from './failure.js';

interface ActionDialogProps<T> {
  readonly title: string;
  /** On the button that does it. */
  readonly action: string;
  readonly does: () => Promise<T>;
  /** Cannot be taken back: the button says so by its colour. */
  readonly isGrave?: boolean;
  /** Whether what it needs is there; true when left out. */
  readonly isReady?: boolean;
  /** Shown once it is done, until somebody closes it; without it the dialog closes by itself. */
  readonly outcome?: (answer: T) => ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done, does it, and says how it went; everything shown on the pages is asked for anew. */
export function ActionDialog<T>(props: ActionDialogProps<T>): ReactNode {
  const { title, action, does, isGrave = false, isReady = true, outcome, onClose, children } = props;
  const say = useWords(shared);
  const doing = useMutation({
    mutationFn: does,
    onSuccess: () => {
      void client.invalidateQueries();
      if (outcome === undefined) onClose();
    },
  });
  const isShown = doing.isSuccess && outcome !== undefined;
  // What is shown once must not vanish by a click beside it.
  const stays = doing.isPending || isShown;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={!stays}
      closeOnEscape={!stays}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !isShown) doing.mutate();
        }}
      >
        <Stack gap="sm">
          {isShown ? outcome(doing.data) : children}
          {doing.isError && <Failure error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={doing.isPending}>
              {say(isShown ? 'close' : 'cancel')}
            </Button>
            {!isShown && (
              <Button
                type="submit"
                loading={doing.isPending}
                disabled={!isReady}
                {...(isGrave ? { color: 'red' } : {})}
              >
                {action}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
