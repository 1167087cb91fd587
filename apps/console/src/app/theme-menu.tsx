import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode } from 'react';
import { shared } from '../words/every-page.js';
import { useWords } from '../words/wording.js';

const CHOICES = [
  { scheme: 'auto', word: 'themeAuto', icon: IconDeviceDesktop },
  { scheme: 'light', word: 'themeLight', icon: IconSun },
  { scheme: 'dark', word: 'themeDark', icon: IconMoon },
] as const;

/** Light, dark, or as the machine has it. */
export function ThemeMenu(): ReactNode {
  const say = useWords(shared);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { icon: Chosen } = CHOICES.find(({ scheme }) => scheme === colorScheme) ?? CHOICES[0];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" c="inherit" aria-label={say('theme')}>
          <Chosen size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ scheme, word, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} aria-hidden />}
            rightSection={scheme === colorScheme ? <IconCheck size={14} aria-hidden /> : undefined}
            onClick={() => setColorScheme(scheme)}
          >
            {say(word)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
