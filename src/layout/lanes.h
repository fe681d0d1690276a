/* Lanes are packed in the room for placing. */
#include "place/lanes.h"
