/**
 * The pictures that the drawing program can draw, with what each shows (English, for whoever writes alt texts and
 * captions). All are upright landscapes of 2400 × 1600 px. No picture holds letters.
 */
export const sceneNames = {
  skyline: 'Glass towers and one lotus-bud tower behind the river at sunrise, reflected in the water, small boats',
  'market-hall': 'A market hall with a clock tower and tiled roofs at noon, awnings and shoppers in front',
  ferry: 'A white river ferry with passengers crossing broad water in the morning, palms on the far bank',
  'lantern-street': 'A narrow street of old shop houses at dusk under rows of glowing silk lanterns',
  metro: 'An elevated metro train on its viaduct between trees and high-rises on a clear morning',
  'rice-paper-workshop': 'Round rice papers drying on bamboo racks in a sunny yard, a woman in a conical hat at work',
  'opera-house': 'A pale opera house with arch, columns and stairs in evening light, palms at both sides',
  'post-office-arcade': 'The barrel-vaulted hall of an old post office, green iron arches in perspective, tiled floor',
  cyclo: 'A cyclo driver with his three-wheeler under tall tamarind trees on a boulevard, dappled light',
  'floating-market': 'Wooden boats full of fruit close together on a brown river, goods hanging from poles, sunrise',
  'cathedral-square': 'A red-brick cathedral with two spires on a square with flower beds and pigeons, blue sky',
  'bridge-night': 'A cable-stayed bridge at night, lit cables and their coloured reflections in the river',
  'rain-motorbikes': 'Riders in coloured raincoats on motorbikes in heavy rain, headlamps mirrored on wet asphalt',
  'orchid-garden': 'A greenhouse with rows of pink, white and violet orchids on hanging baskets, soft light',
  'tea-house': 'A wooden tea house with round window, teapot and cups on a low table, bamboo outside',
  'book-street': 'A pedestrian street of bookstalls under arching trees, readers on benches',
  'dragon-dance': 'A long gold and red dragon carried on poles by dancers, confetti over the street',
  fireworks: 'Fireworks in gold, red and green over the city and its river at midnight',
  mangrove: 'Mangrove trees with arching roots in green water, a rowing boat in a channel, egrets',
  'street-kitchen': 'A noodle stall at night under an awning with bulbs, steam from pots, people on low stools',
  tailor: 'A tailor’s workshop with a sewing machine, bolts of silk on shelves and an áo dài on a stand',
  'water-puppets': 'Water puppets (a dragon, a phoenix, two dancers) on a green pool before a red pavilion curtain',
  'ao-dai-parade': 'Women in áo dài of many colours walking in a row along an avenue with flags of plain colours',
  'port-cranes': 'Container cranes and stacked coloured containers at a quay with a ship, late afternoon',
  'tech-park': 'Glass research buildings with solar roofs and terraces in a park, people on a footbridge',
  library: 'A reading room with tall windows, long tables with lamps, walls of books, readers at work',
  'river-bus': 'A yellow river bus at a landing stage with waiting passengers, towers behind, midday',
  'rooftop-garden': 'A vegetable and flower garden on a roof with a pergola, city roofs and sky at golden hour',
  'flower-market-tet': 'A Tết flower market: yellow apricot trees, kumquat pots, peach blossom, buyers among the rows',
  'lotus-pond': 'Pink lotus flowers and wide leaves on a pond, a pavilion on stilts and morning mist',
  'conference-hall': 'A conference hall in tiers with delegates at curved desks and a bright stage',
  marathon: 'Runners in bright shirts crossing a bridge at sunrise, city towers behind them',
} as const;

export type SceneName = keyof typeof sceneNames;

/** All names, in the order in which contact sheets and the demo show them. */
export const allSceneNames = Object.keys(sceneNames) as SceneName[];
