import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from './icon-button.tsx';
import { chooseTheme, type ThemeChoice, useThemeChoice } from './theme.ts';

const next: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };
const icons = { system: Monitor, light: Sun, dark: Moon };
const words = { system: 'as the system', light: 'light', dark: 'dark' };

/** Goes round system, light, dark; the name says what is on and what a press brings. */
export function ThemeToggle() {
  const choice = useThemeChoice();
  const Icon = icons[choice];
  return (
    <IconButton
      label={`Theme: ${words[choice]}. Change to ${words[next[choice]]}`}
      icon={<Icon aria-hidden />}
      onClick={() => chooseTheme(next[choice])}
    />
  );
}
