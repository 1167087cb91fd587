import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { needsReason, type StatusCode } from '#core';
import { type StatusReport } from '#wire';
import { call } from '../../api/call.js';
import { client } from '../../api/queries.js';
import { Failure } from '../../parts/failure.js';
import { statusWord } from '../../parts/state.js';
import { shared } from '../../words/every-page.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

const LONGEST_REASON = 500;

interface ReportDialogProps {
  /** The document's address below the interface. */
  readonly path: string;
  readonly code: StatusCode;
  readonly recipient: { readonly code: string; readonly name?: string | undefined };
  readonly onClose: () => void;
}

/** Asks once more before a status is reported, since none can be taken back; with its reason where the law wants one. */
export function ReportDialog({ path, code, recipient, onClose }: ReportDialogProps): ReactNode {
  const say = useWords(words);
  const sayShared = useWords(shared);
  const [reason, setReason] = useState('');
  const report = useReporting(path, onClose);
  const given = reason.trim();
  const word = statusWord(code);
  return (
    <Modal
      opened
      onClose={onClose}
      title={word === undefined ? code : `${sayShared(word)} (${code})`}
      closeButtonProps={{ 'aria-label': sayShared('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          report.mutate({ code, recipient: recipient.code, ...(given === '' ? {} : { reason: given }) });
        }}
      >
        <Stack gap="sm">
          <Text size="sm" className="breaks">
            {say(code === '13' ? 'askedOf' : 'reportedFor', { agency: recipient.name ?? recipient.code })}
          </Text>
          <Textarea
            label={say(needsReason(code) ? 'reason' : 'remark')}
            required={needsReason(code)}
            maxLength={LONGEST_REASON}
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {report.isError && <Failure error={report.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {sayShared('cancel')}
            </Button>
            <Button type="submit" loading={report.isPending} disabled={needsReason(code) && given === ''}>
              {say('report')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function useReporting(path: string, onDone: () => void): UseMutationResult<unknown, Error, StatusReport> {
  return useMutation({
    mutationFn: (body) => call(`${path}/status`, { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries();
      onDone();
    },
  });
}
