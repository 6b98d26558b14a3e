/**
 * The few colours of an e-mail. Mail programs know no custom properties, so the values of tokens.css are
 * copied here; email-frame.spec.ts keeps the two equal.
 */
export const mailColours = {
  light: {
    paper: '#faf8f3',
    surface: '#ffffff',
    line: '#e2ddd0',
    ink: '#1d2520',
    'ink-2': '#454e48',
    'ink-3': '#5f6760',
    spruce: '#1e5a4c',
    'on-spruce': '#ffffff',
  },
  dark: {
    paper: '#141916',
    surface: '#1b221e',
    line: '#2f3832',
    ink: '#ecefe9',
    'ink-2': '#c5ccc5',
    'ink-3': '#a0aaa2',
    spruce: '#8ccab4',
    'on-spruce': '#0f1d18',
  },
} as const;
