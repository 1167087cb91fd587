import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { useWords } from '../../words/wording.js';
import { type ListedAgency } from './listed-agency.js';
import { words } from './words.js';

interface TurnerProps {
  readonly agency: ListedAgency;
  readonly isOpen: boolean;
  readonly onTurn: () => void;
}

/** Opens and closes a branch of the tree that has something below it. */
export function Turner({ agency, isOpen, onTurn }: TurnerProps): ReactNode {
  const say = useWords(words);
  if (agency.children === 0) return <span style={{ width: 24, flex: 'none' }} />;
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      c="inherit"
      flex="none"
      data-turns={isOpen ? 'open' : 'closed'}
      aria-expanded={isOpen}
      aria-label={say(isOpen ? 'close' : 'open', { name: agency.name })}
      onClick={onTurn}
    >
      {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
    </ActionIcon>
  );
}
