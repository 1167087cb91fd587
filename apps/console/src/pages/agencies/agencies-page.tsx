import { type ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { AgencyPage } from './agency-page.js';
import { Directory } from './directory.js';

/** The directory, and below it each agency. */
export default function AgenciesPage(): ReactNode {
  return (
    <Routes>
      <Route index element={<Directory />} />
      <Route path=":code" element={<AgencyPage />} />
    </Routes>
  );
}
