import '../../pwa/ui/ui.css';
import './options.css';
import { render } from 'preact';
import { followLanguage } from '../../pwa/ui/index';
import { OptionsPage } from './options-page';

followLanguage(document);
const root = document.querySelector('#options');
if (root !== null) render(<OptionsPage />, root);
