/** The try page: one conversation as Slack and as Teams draw it, beside the leads' channel. */
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const place = document.getElementById('page');
if (place) createRoot(place).render(<App />);
