import type { Canvas } from './canvas.ts';
import type { SceneName } from './scene-names.ts';
import { aoDaiParade } from './scenes/ao-dai-parade.ts';
import { bookStreet } from './scenes/book-street.ts';
import { bridgeNight } from './scenes/bridge-night.ts';
import { cathedralSquare } from './scenes/cathedral-square.ts';
import { conferenceHall } from './scenes/conference-hall.ts';
import { cyclo } from './scenes/cyclo.ts';
import { dragonDance } from './scenes/dragon-dance.ts';
import { ferry } from './scenes/ferry.ts';
import { fireworks } from './scenes/fireworks.ts';
import { floatingMarket } from './scenes/floating-market.ts';
import { flowerMarketTet } from './scenes/flower-market-tet.ts';
import { lanternStreet } from './scenes/lantern-street.ts';
import { library } from './scenes/library.ts';
import { lotusPond } from './scenes/lotus-pond.ts';
import { mangrove } from './scenes/mangrove.ts';
import { marathon } from './scenes/marathon.ts';
import { marketHall } from './scenes/market-hall.ts';
import { metro } from './scenes/metro.ts';
import { operaHouse } from './scenes/opera-house.ts';
import { orchidGarden } from './scenes/orchid-garden.ts';
import { portCranes } from './scenes/port-cranes.ts';
import { postOfficeArcade } from './scenes/post-office-arcade.ts';
import { rainMotorbikes } from './scenes/rain-motorbikes.ts';
import { ricePaperWorkshop } from './scenes/rice-paper-workshop.ts';
import { riverBus } from './scenes/river-bus.ts';
import { rooftopGarden } from './scenes/rooftop-garden.ts';
import { skyline } from './scenes/skyline.ts';
import { streetKitchen } from './scenes/street-kitchen.ts';
import { tailor } from './scenes/tailor.ts';
import { teaHouse } from './scenes/tea-house.ts';
import { techPark } from './scenes/tech-park.ts';
import { waterPuppets } from './scenes/water-puppets.ts';

/** Which function draws which picture. */
export const scenes: Readonly<Record<SceneName, (canvas: Canvas) => void>> = {
  'ao-dai-parade': aoDaiParade,
  'book-street': bookStreet,
  'bridge-night': bridgeNight,
  'cathedral-square': cathedralSquare,
  'conference-hall': conferenceHall,
  cyclo,
  'dragon-dance': dragonDance,
  ferry,
  fireworks,
  'floating-market': floatingMarket,
  'flower-market-tet': flowerMarketTet,
  'lantern-street': lanternStreet,
  library,
  'lotus-pond': lotusPond,
  mangrove,
  marathon,
  'market-hall': marketHall,
  metro,
  'opera-house': operaHouse,
  'orchid-garden': orchidGarden,
  'port-cranes': portCranes,
  'post-office-arcade': postOfficeArcade,
  'rain-motorbikes': rainMotorbikes,
  'rice-paper-workshop': ricePaperWorkshop,
  'river-bus': riverBus,
  'rooftop-garden': rooftopGarden,
  skyline,
  'street-kitchen': streetKitchen,
  tailor,
  'tea-house': teaHouse,
  'tech-park': techPark,
  'water-puppets': waterPuppets,
};
