import { BrowserRouter } from 'react-router';
import { show } from './look/console.js';
import { ClerkGate } from './pages/clerk/clerk-gate.js';
import { speakAsAgency } from './pages/clerk/agency-words.js';

speakAsAgency();
show(
  'clerk',
  <BrowserRouter>
    <ClerkGate />
  </BrowserRouter>,
);
