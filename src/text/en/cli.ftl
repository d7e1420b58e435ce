run-complete = Everything is in { $folder }.
run-others-sign = The others still have to sign; what is there so far is in { $folder }.
