import { Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { type Office } from '#wire';
import { call } from '../../api/call.js';
import { client, useAnswer } from '../../api/queries.js';
import { useWords } from '../../words/wording.js';
import { words } from './words.js';

/** Whether the simulated office reports statuses by itself; switched off, what comes is left to whoever sits here. */
export function OfficeSwitch(): ReactNode {
  const say = useWords(words);
  const { data: office } = useAnswer<Office>('/office');
  const change = useMutation({
    mutationFn: (body: Office) => call<Office>('/office', { method: 'PUT', body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['/office'] }),
  });
  return (
    <Switch
      size="sm"
      label={say('office')}
      title={say('officeMeans')}
      disabled={office === undefined || change.isPending}
      checked={office?.isOn ?? false}
      onChange={({ currentTarget }) =>
        office !== undefined && change.mutate({ ...office, isOn: currentTarget.checked })
      }
    />
  );
}
