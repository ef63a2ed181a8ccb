import '../../pwa/ui/ui.css';
import './welcome.css';
import { render } from 'preact';
import { followLanguage } from '../../pwa/ui/index';
import { WelcomePage } from './welcome-page';

followLanguage(document);
const root = document.querySelector('#welcome');
if (root !== null) render(<WelcomePage />, root);
