import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { AgencyInput } from '../../parts/agency-input.js';
import { AgencyPicks } from '../../parts/agency-picks.js';
import { useWords } from '../../words/wording.js';
import { type Draft } from './draft.js';
import { TreeDialog } from './tree-dialog.js';
import { words } from './words.js';

/** A part of the form, and how it is changed. */
export interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (changes: Partial<Draft>) => void;
}

/** Who sends, and to whom, searched or chosen in the tree; also back to oneself. */
export function AddressFields({ draft: { from, to }, onChange }: FieldsProps): ReactNode {
  const say = useWords(words);
  const [tree, setTree] = useState<'from' | 'to'>();
  const close = (): void => setTree(undefined);
  const turnRecipient = (code: string): void =>
    onChange({ to: to.includes(code) ? to.filter((each) => each !== code) : [...to, code] });
  return (
    <>
      <BesideTree label={say('from')} onTree={() => setTree('from')}>
        <AgencyInput
          label={say('from')}
          placeholder={say('agencyHint')}
          value={from}
          onChange={(code) => onChange({ from: code })}
        />
      </BesideTree>
      <BesideTree label={say('to')} onTree={() => setTree('to')}>
        <AgencyPicks
          label={say('to')}
          placeholder={say('agencyHint')}
          value={to}
          onChange={(codes) => onChange({ to: codes })}
        />
      </BesideTree>
      <Group gap="md">
        <Button
          size="compact-sm"
          variant="default"
          disabled={from === '' || to.includes(from)}
          onClick={() => onChange({ to: [from] })}
        >
          {say('echo')}
        </Button>
      </Group>
      {tree === 'to' && <TreeDialog title={say('to')} chosen={to} isMany onTurn={turnRecipient} onClose={close} />}
      {tree === 'from' && (
        <TreeDialog
          title={say('from')}
          chosen={[from]}
          isMany={false}
          onTurn={(code) => {
            onChange({ from: code });
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface BesideTreeProps {
  readonly label: string;
  readonly onTree: () => void;
  readonly children: ReactNode;
}

/** A field, and beside it the way to the tree. */
function BesideTree({ label, onTree, children }: BesideTreeProps): ReactNode {
  const say = useWords(words);
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <div style={{ flex: 1, minWidth: 0 }}>{children}</div>
      <Button
        variant="default"
        px="sm"
        flex="none"
        aria-haspopup="dialog"
        aria-label={`${say('inTree')}: ${label}`}
        onClick={onTree}
      >
        {say('inTree')}
      </Button>
    </Group>
  );
}
