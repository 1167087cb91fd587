import { Alert, Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type NewPassword } from '#wire';
import { call } from '../api/call.js';
import { Failure } from '../parts/failure.js';
import { type SharedWord, shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

const SHORTEST = 12;

/** Changes one's own password. */
export default function PasswordDialog({ onClose }: { onClose: () => void }): ReactNode {
  const say = useWords(shared);
  const [form, setForm] = useState({ password: '', newPassword: '', again: '' });
  const change = useMutation({
    mutationFn: (body: NewPassword) => call('/session/password', { method: 'PUT', body }),
  });
  const { password, newPassword, again } = form;
  const fault = faultOf(newPassword, again);
  const field = (name: keyof typeof form, label: SharedWord): ReactNode => (
    <PasswordInput
      label={say(label)}
      autoComplete={name === 'password' ? 'current-password' : 'new-password'}
      value={form[name]}
      onChange={({ currentTarget: { value } }) => setForm((now) => ({ ...now, [name]: value }))}
      data-autofocus={name === 'password' ? true : undefined}
    />
  );
  return (
    <Modal opened onClose={onClose} title={say('changePassword')} closeButtonProps={{ 'aria-label': say('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (fault === undefined) change.mutate({ password, newPassword });
        }}
      >
        <Stack gap="sm">
          {field('password', 'password')}
          {field('newPassword', 'newPassword')}
          {field('again', 'newPasswordAgain')}
          {again !== '' && fault !== undefined && <Alert color="red">{say(fault)}</Alert>}
          {change.isError && <Failure error={change.error} />}
          {change.isSuccess && <Alert role="status">{say('passwordChanged')}</Alert>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {say(change.isSuccess ? 'close' : 'cancel')}
            </Button>
            {!change.isSuccess && (
              <Button type="submit" loading={change.isPending} disabled={password === '' || fault !== undefined}>
                {say('save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function faultOf(newPassword: string, again: string): 'passwordShort' | 'passwordDiffers' | undefined {
  if (newPassword.length < SHORTEST) return 'passwordShort';
  return newPassword === again ? undefined : 'passwordDiffers';
}
