import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';

/** The navy of state sites: what can be pressed, and where one is. */
const navy: MantineColorsTuple = [
  '#eef3fb',
  '#dbe4f2',
  '#b3c6e4',
  '#88a6d6',
  '#658bca',
  '#4d79c3',
  '#3a66ad',
  '#234a8b',
  '#1b3c73',
  '#122a54',
];

/** The dark ground, a shade towards navy: what Mantine paints inputs, menus and lines with in the dark. */
const dark: MantineColorsTuple = [
  '#dde3ec',
  '#c3ccd9',
  '#a0abbb',
  '#8b96a6',
  '#465163',
  '#333d4c',
  '#222a36',
  '#191f29',
  '#151a22',
  '#11151c',
];

/** Sober, dense, square; system fonts only, since nothing is loaded from outside the hub. */
export const theme: MantineThemeOverride = createTheme({
  primaryColor: 'navy',
  primaryShade: { light: 7, dark: 6 },
  colors: { navy, dark },
  fontFamily: '"Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  defaultRadius: 'sm',
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '18px', xl: '26px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Colours that Mantine has none for: the three states and quiet text, each with enough contrast (WCAG AA) on the ground of its scheme. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f4f6f9',
    '--mantine-color-dimmed': '#525c6b',
    '--mantine-color-placeholder': '#69727f',
    '--sheet': '#ffffff',
    '--rule': '#d5dae2',
    '--good': '#0b6b3f',
    '--poor': '#8a4b00',
    '--bad': '#b01020',
    '--good-ground': '#e6f4ec',
    '--poor-ground': '#fdf1dc',
    '--bad-ground': '#fdeaea',
    '--quiet-ground': '#eef1f5',
    '--link': '#1b3c73',
    '--chart-first': '#234a8b',
    '--chart-second': '#b35900',
  },
  dark: {
    '--mantine-color-body': '#11151c',
    '--mantine-color-text': '#dde3ec',
    '--mantine-color-dimmed': '#a0abbb',
    '--mantine-color-placeholder': '#8b96a6',
    '--mantine-color-default': '#1d242f',
    '--sheet': '#191f29',
    '--rule': '#333d4c',
    '--good': '#6fd3a0',
    '--poor': '#f2b65a',
    '--bad': '#ff8f8f',
    '--good-ground': '#12301f',
    '--poor-ground': '#37280f',
    '--bad-ground': '#401a1d',
    '--quiet-ground': '#222a36',
    '--link': '#9dbcf0',
    '--chart-first': '#7ea6ea',
    '--chart-second': '#f0b054',
  },
});
