import { BrowserRouter } from 'react-router';
import { Gate } from './app/gate.js';
import { show } from './look/console.js';

show(
  'console',
  <BrowserRouter>
    <Gate />
  </BrowserRouter>,
);
