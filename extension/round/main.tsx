import '../../pwa/ui/ui.css';
import './round.css';
import { render } from 'preact';
import { followLanguage } from '../../pwa/ui/index';
import { RoundPage } from './round-page';
import { RoundSession } from './round-session';
import { RoundsPage } from './rounds-page';

followLanguage(document);
const root = document.querySelector('#round');
const named = Number.parseInt(new URLSearchParams(location.search).get('round') ?? '', 10);
if (root !== null) {
  if (Number.isSafeInteger(named)) {
    const session = new RoundSession(named);
    await session.load();
    render(<RoundPage session={session} />, root);
  } else render(<RoundsPage />, root);
}
