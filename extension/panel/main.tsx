import '../../pwa/ui/ui.css';
import './panel.css';
import { render } from 'preact';
import { followLanguage } from '../../pwa/ui/index';
import { Panel } from './panel';
import { PanelSession } from './panel-session';
import { tabOfPanel } from './tab-of-panel';

followLanguage(document);
const root = document.querySelector('#panel');
const session = new PanelSession(await tabOfPanel());
if (root !== null) render(<Panel session={session} />, root);
session.start();
