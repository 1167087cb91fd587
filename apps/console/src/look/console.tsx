import '@mantine/core/styles.layer.css';
import './look.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { client, returnWithTheHub } from '../api/queries.js';
import { onLanguage } from '../words/wording.js';
import { theme, variables } from './theme.js';

/** Shows a page of the hub or of an agency in the element with this id, with the look and the questions that both have. */
export function show(id: string, page: ReactNode): void {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no element ${id}.`);
  returnWithTheHub();
  // The hub's sentences are asked for again in the other language.
  onLanguage(() => void client.invalidateQueries());
  createRoot(element).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>{page}</QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
