import { type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { LetterList } from './letter-list.js';
import { LetterPage } from './letter-page.js';

/** Dead letters, and one of them. */
export default function DeadLettersPage(): ReactNode {
  return (
    <Routes>
      <Route index element={<LetterList />} />
      <Route path=":id" element={<LetterPage />} />
    </Routes>
  );
}
