// What a batch must learn when it goes live: labelers worked on while it was prepared.
#pragma once
#include "core/store/write_gate.h"

namespace core::store {

void noteHandWork(HandWork &work, const Edit &edit);
void forget(HandWork &work);

// For an edit just written. When it shows a batch: throws Failure{Exists} if a sample of it has a uri that a labeler
// has used meanwhile, and removes its rows of samples that are gone. Else notes the edit.
void settleBatch(WriteGate &gate, const Edit &edit);

}  // namespace core::store
