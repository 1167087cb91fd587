import { ClerkPage } from './pages/clerk/clerk-page.js';
import { show } from './look/console.js';

show('clerk', <ClerkPage />);
