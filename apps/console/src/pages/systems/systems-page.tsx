import { type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { SystemList } from './system-list.js';
import { SystemPage } from './system-page.js';

/** The systems, and below them each one. */
export default function SystemsPage(): ReactNode {
  return (
    <Routes>
      <Route index element={<SystemList />} />
      <Route path=":name" element={<SystemPage />} />
    </Routes>
  );
}
